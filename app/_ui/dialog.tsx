'use client'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; wide?: boolean }

/** A dialog that keeps focus inside, closes with Esc, and returns focus to where it was. */
export const Dialog = ({ title, isOpen, onClose, children, wide = false }: Props) => (
  <ModalOverlay
    isOpen={isOpen}
    onOpenChange={(open) => open || onClose()}
    isDismissable
    className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-[rgba(11,15,13,.45)] p-4"
  >
    <Modal className={`w-full ${wide ? 'max-w-[720px]' : 'max-w-[480px]'} rounded-panel bg-surface p-5 text-ink shadow-2`}>
      <AriaDialog className="grid gap-4 outline-none">
        <Heading slot="title" className="text-page font-semibold">
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
